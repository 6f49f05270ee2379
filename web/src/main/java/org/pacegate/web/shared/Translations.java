package org.pacegate.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/**
 * Words of any feature's bundle in the reader's language, for what a page cannot name by itself.
 */
@Named("say")
@RequestScoped
public class Translations {

  private static final ResourceBundle.Control ROOT_IS_ENGLISH =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Inject private LanguageView language;

  /**
   * The sentence of a key with its facts filled in; only one with facts is a message format, in
   * which an apostrophe is doubled.
   */
  public String say(String feature, String key, Object... facts) {
    String sentence = bundle(feature).getString(key);
    return facts.length == 0
        ? sentence
        : new MessageFormat(sentence, language.getLocale()).format(facts);
  }

  /** Whether a feature's bundle has the key. */
  public boolean knows(String feature, String key) {
    return bundle(feature).containsKey(key);
  }

  /**
   * Why a state changed, in words: the domain keeps a key where the system decided, and a person's
   * own words where a person did.
   */
  public String reason(String kept) {
    String key = "reason." + kept;
    return kept != null && knows("shared", key) ? bundle("shared").getString(key) : kept;
  }

  private ResourceBundle bundle(String feature) {
    return ResourceBundle.getBundle(
        "org.pacegate.web." + feature + ".words", language.getLocale(), ROOT_IS_ENGLISH);
  }
}
