/** What only the bureau can read or compute (封存): envelopes for words and contacts, and keyed marks. */
package xingma.complaint.seal;
