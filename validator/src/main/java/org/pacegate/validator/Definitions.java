package org.pacegate.validator;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamResult;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * The FHIR R4 definitions that a Questionnaire is held against, picked out of those that HAPI
 * ships. All 650 of them need 200 MB and more than twice the time; a questionnaire refers to these
 * alone.
 */
final class Definitions {
  private static final String FOLDER = "/org/hl7/fhir/r4/model/";
  private static final Set<String> RESOURCES =
      Set.of("Resource", "DomainResource", "Questionnaire");
  private static final Set<String> EXTENSIONS =
      Set.of("translation", "minValue", "maxValue", "maxDecimalPlaces", "regex", "entryFormat");
  private static final Set<String> CODES =
      Set.of("item-type", "publication-status", "resource-types", "languages");

  private final FhirContext context;
  private final IParser parser;
  private final PrePopulatedValidationSupport support;

  private Definitions(FhirContext context) {
    this.context = context;
    this.parser = context.newXmlParser();
    this.support = new PrePopulatedValidationSupport(context);
  }

  static PrePopulatedValidationSupport load(FhirContext context) {
    Definitions definitions = new Definitions(context);
    definitions.add("profile/profiles-types.xml", id -> true);
    definitions.add("profile/profiles-resources.xml", RESOURCES::contains);
    definitions.add(
        "extension/extension-definitions.xml", id -> isOfForms(id) || EXTENSIONS.contains(id));
    definitions.add("valueset/valuesets.xml", id -> isOfForms(id) || CODES.contains(id));
    return definitions.support;
  }

  private static boolean isOfForms(String id) {
    return id.startsWith("questionnaire-");
  }

  private void add(String file, Predicate<String> wanted) {
    try (InputStream in = Definitions.class.getResourceAsStream(FOLDER + file)) {
      XMLStreamReader reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
      String id = "";
      while (reader.hasNext()) {
        boolean starts = reader.getEventType() == XMLStreamConstants.START_ELEMENT;
        if (starts && reader.getLocalName().equals("fullUrl")) {
          id = lastPart(reader.getAttributeValue(null, "value"));
        }
        if (starts && reader.getLocalName().equals("resource") && wanted.test(id)) {
          reader.nextTag();
          add(reader);
        } else {
          reader.next();
        }
      }
    } catch (IOException | XMLStreamException | TransformerException unreadable) {
      throw new IllegalStateException("HAPI's definitions cannot be read: " + file, unreadable);
    }
  }

  private static String lastPart(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private void add(XMLStreamReader reader) throws TransformerException {
    StringWriter xml = new StringWriter();
    TransformerFactory.newDefaultInstance()
        .newTransformer()
        .transform(new StAXSource(reader), new StreamResult(xml));
    MetadataResource resource = (MetadataResource) parser.parseResource(xml.toString());
    if (resource instanceof StructureDefinition definition) {
      support.addStructureDefinition(definition);
    } else if (resource instanceof ValueSet values) {
      support.addValueSet(values);
    } else if (resource instanceof CodeSystem codes) {
      support.addCodeSystem(codes);
    } else {
      throw new IllegalStateException(
          "no definition: " + resource.fhirType() + " of " + context.getVersion().getVersion());
    }
  }
}
