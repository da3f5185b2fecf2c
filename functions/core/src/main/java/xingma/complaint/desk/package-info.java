/** Where officers work on cases (办理台): who may do what, and what may belong together. */
package xingma.complaint.desk;
