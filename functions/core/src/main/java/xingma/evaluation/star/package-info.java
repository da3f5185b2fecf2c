/** What everybody reads of an institution's star (星级公示). */
package xingma.evaluation.star;
