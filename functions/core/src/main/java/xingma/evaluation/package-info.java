/** An evaluation from its self-check to its star (星级评价): what was done in it, and the stages it leads through. */
package xingma.evaluation;
