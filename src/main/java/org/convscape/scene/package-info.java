/**
 * What is drawn of a document, without a toolkit: cards, groups and connections with their texts, figures and places,
 * and where a number of them comes from. Window, files and command line draw the same scene.
 */
package org.convscape.scene;
