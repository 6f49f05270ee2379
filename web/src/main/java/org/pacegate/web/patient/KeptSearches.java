package org.pacegate.web.patient;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody searched for in this session, under names that say nothing. Names, birth dates and
 * phone numbers in an address would lie in the histories of browsers and the logs of proxies; a
 * name of a search leads there and back again all the same, in every tab, until the sign-out.
 */
final class KeptSearches implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 100;

  private final LinkedHashMap<String, String> words = new LinkedHashMap<>();

  private KeptSearches() {}

  static KeptSearches in(HttpServletRequest request) {
    String name = KeptSearches.class.getName();
    Object kept = request.getSession().getAttribute(name);
    return kept instanceof KeptSearches searches ? searches : new KeptSearches();
  }

  /** Keeps what was searched for; the oldest of very many is forgotten. */
  synchronized String keep(String searched, HttpServletRequest request) {
    for (Map.Entry<String, String> earlier : words.entrySet()) {
      if (earlier.getValue().equals(searched)) {
        return earlier.getKey();
      }
    }
    if (words.size() >= MOST) {
      Iterator<String> oldest = words.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    String name = UUID.randomUUID().toString();
    words.put(name, searched);
    request.getSession().setAttribute(KeptSearches.class.getName(), this);
    return name;
  }

  /** The words of a search; none for one of another session. */
  synchronized String find(String name) {
    return words.getOrDefault(name, "");
  }
}
