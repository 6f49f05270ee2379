package org.pacegate.web.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.omnifaces.util.Faces;
import org.pacegate.service.door.MadeLink;
import org.pacegate.service.message.Letter;
import org.pacegate.web.shared.ClinicTime;
import org.pacegate.web.shared.LanguageView;
import org.pacegate.web.shared.SignedInView;
import org.pacegate.web.shared.Translations;
import org.pacegate.web.shared.UiLanguage;

/** What a link says on paper and in a letter, in the runner's language. */
@RequestScoped
class LinkPaper {

  private static final int LONGEST_SUBJECT = 200;

  @Inject private LanguageView language;
  @Inject private Translations words;
  @Inject private ClinicTime time;
  @Inject private SignedInView person;

  /** The language that the desk speaks. */
  String deskLanguage() {
    return language.getTag();
  }

  /** One of the paper's words. */
  String say(MadeLink link, String name) {
    return inTheirs(link, () -> words.say("door", name));
  }

  /** Until when it opens. */
  String until(MadeLink link) {
    return inTheirs(link, () -> time.dateTime(link.expiresAt()));
  }

  /** Where the runner gets in. */
  String address(MadeLink link) {
    return base() + "/link/" + link.token() + spokenThere(link);
  }

  /** Where a code is typed. */
  String codeAddress(MadeLink link) {
    return base() + "/link" + spokenThere(link);
  }

  private static String spokenThere(MadeLink link) {
    return "?" + LanguageView.PARAMETER + "=" + link.language();
  }

  private static String base() {
    return Faces.getRequestDomainURL() + Faces.getRequestContextPath();
  }

  Letter letter(MadeLink link) {
    String clinic = person.getClinicName();
    String subject =
        inTheirs(link, () -> words.say("door", "letter.subject." + link.purpose(), clinic));
    String text =
        inTheirs(
            link,
            () ->
                words.say(
                    "door",
                    "letter.text." + link.purpose(),
                    link.givenName(),
                    clinic,
                    address(link),
                    codeAddress(link),
                    link.code().printed(),
                    until(link)));
    return new Letter(subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)), text);
  }

  private String inTheirs(MadeLink link, Supplier<String> saying) {
    return language.in(UiLanguage.of(link.language().name()).orElseThrow(), saying);
  }
}
