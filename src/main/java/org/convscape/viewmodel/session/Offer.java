package org.convscape.viewmodel.session;

import java.util.List;

/**
 * Documents that can be brought back.
 *
 * @param sentence what happened, and how much there is
 * @param lines one for each document, and for each that is damaged
 * @param unsaved how many of them are in no file as they are
 */
public record Offer(String sentence, List<String> lines, int unsaved) {}
