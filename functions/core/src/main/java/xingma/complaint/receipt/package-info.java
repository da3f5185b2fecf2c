/** By which a complainant comes back to her case (查询凭证), and how often she may try. */
package xingma.complaint.receipt;
