package org.pacegate.web.shared;

/**
 * One line of the rail.
 *
 * @param key its name's key after {@code rail.}
 * @param waiting how many wait, null when nothing is counted
 */
public record RailPlace(String key, String href, boolean current, Long waiting, boolean danger) {}
