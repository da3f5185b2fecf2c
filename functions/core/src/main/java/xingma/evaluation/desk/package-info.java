/** Where evaluations are worked on (评价办理): an institution's seat, the panel, the office, the hourly sweep. */
package xingma.evaluation.desk;
