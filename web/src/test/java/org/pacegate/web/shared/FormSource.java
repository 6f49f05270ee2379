package org.pacegate.web.shared;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One form of a page source, with what it includes and what its project tags are made of.
 *
 * @param name the page and the form's id, or the page alone where the form has none
 * @param markup everything within the form
 */
record FormSource(String name, String markup) {

  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern FORM =
      Pattern.compile("<((?:[ho]:)?form)\\b([^>]*)>(.*?)</\\1>", Pattern.DOTALL);
  private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");
  private static final Pattern INCLUDED = Pattern.compile("<ui:include\\s+src=\"/([^\"#]+)\"");
  private static final Pattern PROJECT_TAG = Pattern.compile("<pg:(\\w+)");
  private static final Pattern TYPED =
      Pattern.compile(
          "<h:input(?:Text|Textarea|Secret)\\b|<textarea\\b|<pg:dateFields\\b"
              + "|<input\\b(?=[^>]*\\stype=\"(?:text|search|password|email|tel|number)\")");
  private static final Pattern KEPT = Pattern.compile("name=\"submissionKey\"|data-autosave=");

  static List<FormSource> in(Path page) {
    String name = Sources.WEBAPP.relativize(page).toString();
    return FORM.matcher(source(page))
        .results()
        .map(form -> new FormSource(name + id(form.group(2)), whole(form.group(3))))
        .toList();
  }

  /** Whether somebody types into it. */
  boolean isTypedInto() {
    return TYPED.matcher(markup).find();
  }

  /** Whether kept.js keeps what is typed: the same condition as there. */
  boolean isKept() {
    return KEPT.matcher(markup).find();
  }

  private static String id(String attributes) {
    Matcher id = ID.matcher(attributes);
    return id.find() ? "#" + id.group(1) : "";
  }

  private static String whole(String markup) {
    StringBuilder whole = new StringBuilder(markup);
    for (MatchResult part : INCLUDED.matcher(markup).results().toList()) {
      whole.append(whole(source(Sources.WEBAPP.resolve(part.group(1)))));
    }
    for (MatchResult tag : PROJECT_TAG.matcher(markup).results().toList()) {
      Path made = Sources.WEBAPP.resolve("WEB-INF/tags/" + tag.group(1) + ".xhtml");
      if (Files.exists(made)) {
        whole.append(whole(source(made)));
      }
    }
    return whole.toString();
  }

  private static String source(Path file) {
    return COMMENT.matcher(Sources.text(file)).replaceAll("");
  }
}
