/** What is done every day by itself (每日巡查): reminders, erasing, and how many cases were closed on time. */
package xingma.complaint.sweep;
