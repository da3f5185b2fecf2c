/** How long the bureau has (期限), and how long it keeps what it was told (保存期限). */
package xingma.complaint.clock;
