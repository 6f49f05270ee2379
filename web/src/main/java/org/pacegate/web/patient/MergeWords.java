package org.pacegate.web.patient;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.pacegate.domain.patient.MergeField;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.patient.Sex;
import org.pacegate.service.merge.MergeDesk;
import org.pacegate.service.merge.MergeSide;
import org.pacegate.service.patient.EpisodeSummary;
import org.pacegate.web.shared.ClinicTime;
import org.pacegate.web.shared.PersonName;
import org.pacegate.web.shared.Translations;

/** What two records say field by field, in words. */
@RequestScoped
class MergeWords {

  @Inject private Translations words;
  @Inject private ClinicTime time;

  /** The record that was registered first: the one that is proposed to go on. */
  String older(MergeDesk desk) {
    return desk.other().registeredAt().isBefore(desk.one().registeredAt()) ? "OTHER" : "ONE";
  }

  /**
   * Whose value is proposed for a field that differs: the one that is known; of two ways to reach
   * somebody the one that was taken down last. Who somebody is nobody guesses: null.
   */
  String proposed(MergeDesk desk, MergeField field) {
    boolean one = isKnown(desk.one(), field);
    boolean other = isKnown(desk.other(), field);
    if (one != other) {
      return one ? "ONE" : "OTHER";
    }
    return switch (field) {
      case NAME, BIRTH_DATE, SEX -> null;
      case PHONE, EMAIL, LANGUAGE -> older(desk).equals("ONE") ? "OTHER" : "ONE";
    };
  }

  private static boolean isKnown(MergeSide side, MergeField field) {
    return switch (field) {
      case NAME ->
          !side.header().familyName().equals(Person.UNKNOWN)
              && !side.header().givenName().equals(Person.UNKNOWN);
      case BIRTH_DATE -> side.header().birthDate() != null;
      case SEX -> side.header().sex() != Sex.UNKNOWN;
      case PHONE -> side.phone() != null;
      case EMAIL -> side.email() != null;
      case LANGUAGE -> true;
    };
  }

  private String why(MergeDesk desk, MergeField field) {
    if (proposed(desk, field) == null) {
      return words.say("patient", "merge.choose");
    }
    boolean both = isKnown(desk.one(), field) && isKnown(desk.other(), field);
    return words.say("patient", both ? "merge.proposed.later" : "merge.proposed.known");
  }

  List<MergeField> differing(MergeDesk desk) {
    return Arrays.stream(MergeField.values())
        .filter(field -> !Objects.equals(value(desk.one(), field), value(desk.other(), field)))
        .toList();
  }

  List<EpisodeSummary> shared(MergeDesk desk) {
    return Stream.concat(desk.one().open().stream(), desk.other().open().stream())
        .filter(episode -> desk.shared().contains(episode.episodeId()))
        .toList();
  }

  Map<String, String> labels(MergeDesk desk) {
    Map<String, String> labels = new HashMap<>();
    labels.put("survivor.ONE", named(desk.one()));
    labels.put("survivor.OTHER", named(desk.other()));
    for (MergeField field : MergeField.values()) {
      labels.put(field + ".ONE", said(desk.one(), field));
      labels.put(field + ".OTHER", said(desk.other(), field));
      labels.put(field + ".why", why(desk, field));
    }
    label(desk.one(), labels);
    label(desk.other(), labels);
    return labels;
  }

  private void label(MergeSide side, Map<String, String> labels) {
    for (EpisodeSummary episode : side.open()) {
      labels.put(
          "episode" + episode.episodeId(),
          side.header().recordNumber()
              + ": "
              + words.say("shared", "region." + episode.bodySite())
              + ", "
              + words.say("shared", "at." + episode.side())
              + ", “"
              + episode.complaint()
              + "”");
    }
  }

  private static String named(MergeSide side) {
    return side.header().recordNumber()
        + ", "
        + PersonName.of(side.header().familyName(), side.header().givenName());
  }

  private String said(MergeSide side, MergeField field) {
    String value = value(side, field);
    return value == null ? words.say("patient", "merge.notKnown") : value;
  }

  private String value(MergeSide side, MergeField field) {
    return switch (field) {
      case NAME -> PersonName.of(side.header().familyName(), side.header().givenName());
      case BIRTH_DATE ->
          side.header().birthDate() == null ? null : time.date(side.header().birthDate());
      case SEX -> words.say("shared", "sex." + side.header().sex());
      case PHONE -> side.phone();
      case EMAIL -> side.email();
      case LANGUAGE -> words.say("patient", "merge.language." + side.header().language());
    };
  }
}
