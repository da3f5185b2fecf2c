/** What institutions and experts show beside their sheets (佐证材料). */
package xingma.evaluation.exhibit;
