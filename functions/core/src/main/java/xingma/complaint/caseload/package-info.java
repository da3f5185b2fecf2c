/** All cases that the bureau holds (案件库), with one row of each for its lists. */
package xingma.complaint.caseload;
