/** A case from its filing to its answer (投诉举报): the acts that were done in it, and the stages they lead through. */
package xingma.complaint;
