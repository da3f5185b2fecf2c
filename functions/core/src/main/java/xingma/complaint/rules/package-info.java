/** What the bureau may change about complaints without a programmer (投诉举报规则): limits, categories, grounds, texts. */
package xingma.complaint.rules;
