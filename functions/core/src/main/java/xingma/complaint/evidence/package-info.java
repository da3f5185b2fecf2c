/** Photos and documents that a complainant sends for her case (证据材料). */
package xingma.complaint.evidence;
