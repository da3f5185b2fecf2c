/** What is read of many evaluations together: a round's fairness, the list of stars, earlier sheets. */
package xingma.evaluation.report;
