/** What comes in, read without leniency: each form with its own fields, and no others. */
package xingma.rate.asked;
