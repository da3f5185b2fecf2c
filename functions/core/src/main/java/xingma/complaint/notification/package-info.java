/** What a complainant who asked for it is told by telephone (短信告知), from the step that it is of to the city's gateway. */
package xingma.complaint.notification;
