/** What was complained of, about whom and by whom, as the case keeps it (诉求). */
package xingma.complaint.filing;
