/** What classes are called, and which of them a network takes for the likeliest. Knows no toolkit and no files. */
package org.convscape.labels;
