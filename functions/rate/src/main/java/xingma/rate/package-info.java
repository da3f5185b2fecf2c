/** The star rating's functions: what institutions, experts, the office and the public ask of it (星级评价). */
package xingma.rate;
