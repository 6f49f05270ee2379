package org.pacegate.door;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.pacegate.domain.shared.Sha256;
import org.pacegate.launcher.PacegateServer;

/** Puts a questionnaire with every kind of question to use in a clinic, asked of everybody. */
final class OwnFormOfClinic {

  private static final String PUT =
      """
      with own as (
        insert into pacegate.questionnaire (clinic_id, id, form, form_version, title, questions, content, file_hash,
               licence_statement, state, loaded_at, loaded_by, activated_at, activated_by)
        select clinic_id, nextval('pacegate.record_seq'), 'load-diary', '1', 'Load diary', 11, ?, ?,
               'Our own words', 'ACTIVE', now(), min(id), now(), min(id)
          from pacegate.practitioner where clinic_id = ? group by clinic_id
        returning clinic_id, id, loaded_by)
      select clinic_id, id, loaded_by from own
      """;

  private static final String ASK =
      """
      insert into pacegate.questionnaire_audience
             (clinic_id, id, questionnaire_id, number, regions, at_rescreen, said_at, said_by)
      select clinic_id, nextval('pacegate.record_seq'), id, 1, '', false, now(), loaded_by
        from pacegate.questionnaire where clinic_id = ?
      """;

  private OwnFormOfClinic() {}

  static void put(long clinic) throws IOException, SQLException {
    String content;
    try (InputStream in =
        OwnFormOfClinic.class.getResourceAsStream("/questionnaires/load-diary.json")) {
      content = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("VERSION", "1");
    }
    try (Connection superuser = PacegateServer.get().superuser();
        PreparedStatement put = superuser.prepareStatement(PUT);
        PreparedStatement ask = superuser.prepareStatement(ASK)) {
      put.setString(1, content);
      put.setString(2, Sha256.of(content));
      put.setLong(3, clinic);
      put.execute();
      ask.setLong(1, clinic);
      ask.execute();
    }
  }
}
