/**
 * What the analysis found in words, said once for screens and files. Nothing here is ever parsed back: who needs a fact
 * asks the analysis for it.
 */
package org.convscape.wording;
