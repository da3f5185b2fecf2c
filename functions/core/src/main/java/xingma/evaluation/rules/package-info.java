/** What an evaluation goes by (评价规则): limits, clocks, the bureau's records, and the exemption they give. */
package xingma.evaluation.rules;
