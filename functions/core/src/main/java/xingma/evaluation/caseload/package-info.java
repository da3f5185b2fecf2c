/** All evaluations that the bureau holds (评价档案库), with one row of each for its lists. */
package xingma.evaluation.caseload;
