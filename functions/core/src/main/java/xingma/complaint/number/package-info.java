/** By which a case is spoken of (案件号), and how people type such numbers. */
package xingma.complaint.number;
