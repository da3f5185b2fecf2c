/** Rounds that institutions may take part in (评价轮次), and the experts who may be drawn (专家库). */
package xingma.evaluation.round;
