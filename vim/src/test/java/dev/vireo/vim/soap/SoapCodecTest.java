package dev.vireo.vim.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.FindByUuid;
import dev.vireo.vim.methods.Login;
import dev.vireo.vim.methods.Logout;
import dev.vireo.vim.methods.RetrieveProperties;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.methods.RetrieveServiceContent;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ConstantOf;
import dev.vireo.vim.types.DynamicProperty;
import dev.vireo.vim.types.InvalidLogin;
import dev.vireo.vim.types.InvalidPowerState;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MissingProperty;
import dev.vireo.vim.types.NoPermission;
import dev.vireo.vim.types.NotSupported;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.ObjectSpec;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.PropertySpec;
import dev.vireo.vim.types.RetrieveOptions;
import dev.vireo.vim.types.RetrieveResult;
import dev.vireo.vim.types.Secret;
import dev.vireo.vim.types.SelectionSpec;
import dev.vireo.vim.types.TraversalSpec;
import dev.vireo.vim.types.UnknownObject;
import dev.vireo.vim.types.UserSession;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoapCodecTest {

  private static final ManagedObjectReference SESSION_MANAGER =
      new ManagedObjectReference("SessionManager", "ha-sessionmgr");
  private static final ManagedObjectReference COLLECTOR =
      new ManagedObjectReference("PropertyCollector", "ha-property-collector");
  private static final ManagedObjectReference VM =
      new ManagedObjectReference("VirtualMachine", "7");

  private final SoapCodec codec = new SoapCodec();

  @Test
  void aLoginIsWrittenAsTheGoldenEnvelope() throws Exception {
    assertRequest(
        new Login(SESSION_MANAGER, "root", Secret.of("p<a>&\"s's"), null), "login-request.xml");
  }

  @Test
  void aRetrievalWithTraversalIsWrittenAsTheGoldenEnvelope() throws Exception {
    var toVms =
        new TraversalSpec(
            "hostToVm", "HostSystem", "vm", false, List.of(new SelectionSpec.Plain("again")));
    var filter =
        new PropertyFilterSpec(
            List.of(
                new PropertySpec("VirtualMachine", null, List.of("name", "runtime.powerState"))),
            List.of(
                new ObjectSpec(
                    new ManagedObjectReference("HostSystem", "ha-host"), true, List.of(toVms))),
            null);
    assertRequest(
        new RetrievePropertiesEx(COLLECTOR, List.of(filter), new RetrieveOptions(100)),
        "retrieve-properties-ex-request.xml");
  }

  @Test
  void aPageOfPropertiesIsWrittenAsTheGoldenEnvelopeAndReadBack() throws Exception {
    var content =
        new ObjectContent(
            VM,
            List.of(
                new DynamicProperty("name", "A & B"),
                new DynamicProperty("runtime.powerState", VirtualMachinePowerState.POWERED_ON),
                new DynamicProperty("config.hardware.memoryMB", 1024),
                new DynamicProperty("datastore", ArrayOf.references(List.of(VM))),
                new DynamicProperty("tag", new ArrayOf("string", List.of("x", "y")))),
            List.of(
                new MissingProperty(
                    "guest",
                    new LocalizedMethodFault(new NoPermission(VM, "System.Read"), "denied"))));
    byte[] body =
        codec.encodeResponse(
            RetrievePropertiesEx.class, new RetrieveResult("next", List.of(content)));
    assertThat(text(body)).isEqualTo(golden("retrieve-properties-ex-response.xml"));

    RetrieveResult read =
        codec.decodeResponse(
            new RetrievePropertiesEx(COLLECTOR, List.of(), new RetrieveOptions(null)), body);
    assertThat(read).isNotNull();
    assertThat(read.token()).isEqualTo("next");
    assertThat(read.objects().get(0).propSet())
        .extracting(DynamicProperty::val)
        .containsExactly(
            "A & B", VirtualMachinePowerState.POWERED_ON, 1024, List.of(VM), List.of("x", "y"));
    assertThat(read.objects().get(0).missingSet()).isEqualTo(content.missingSet());
  }

  @Test
  void aFaultIsWrittenAsTheGoldenEnvelopeAndReadWithItsDetail() throws Exception {
    var fault =
        new InvalidPowerState(
            VirtualMachinePowerState.POWERED_ON, VirtualMachinePowerState.POWERED_OFF);
    byte[] body = codec.encodeFault(new SoapFault(SoapFault.SERVER, "not in this state", fault));
    assertThat(text(body)).isEqualTo(golden("fault-response.xml"));

    FaultException read =
        catchThrowableOfType(
            FaultException.class, () -> codec.decodeResponse(new Logout(SESSION_MANAGER), body));
    assertThat(read.fault()).isEqualTo(fault);
    assertThat(read.faultName()).isEqualTo("InvalidPowerState");
    assertThat(read.faultString()).isEqualTo("not in this state");
  }

  @Test
  void aFaultDetailWithoutATypeIsKnownByItsElement() {
    assertThat(faultOf("<detail><InvalidLoginFault xmlns='urn:vim25'/></detail>").fault())
        .isEqualTo(new InvalidLogin());
  }

  @Test
  void aFaultThatIsNotKnownKeepsItsNameAndContent() {
    FaultException read =
        faultOf(
            "<detail><CosmicRayFault xmlns='urn:vim25' xmlns:i='"
                + ObjectReader.XSI
                + "' i:type='CosmicRay'><bit>7</bit></CosmicRayFault></detail>");
    assertThat(read.faultName()).isEqualTo("CosmicRay");
    assertThat(read.fault())
        .isEqualTo(
            new UnknownObject(
                "CosmicRay", List.of(new UnknownObject.Field("bit", "7", List.of()))));
  }

  @Test
  void aFaultWithoutDetailHasNoName() {
    assertThat(faultOf("").faultName()).isEmpty();
  }

  @Test
  void theTypeAttributeIsFoundByItsNamespaceWhateverItsPrefix() {
    String value =
        "<val xmlns:XMLSchema-instance='http://www.w3.org/2001/XMLSchema-instance'"
            + " XMLSchema-instance:type='VirtualMachinePowerState'>suspended</val>";
    assertThat(valueOf(value)).isEqualTo(VirtualMachinePowerState.SUSPENDED);
  }

  @Test
  void arrayItemsAreReadWithoutATypeOfTheirOwn() {
    assertThat(
            valueOf(
                "<val xsi:type='ArrayOfManagedObjectReference'>"
                    + "<ManagedObjectReference type='VirtualMachine'>7</ManagedObjectReference></val>"))
        .isEqualTo(List.of(VM));
    assertThat(valueOf("<val xsi:type='ArrayOfInt'><int>1</int><int>2</int></val>"))
        .isEqualTo(List.of(1, 2));
  }

  @Test
  void aValueOfAnUnknownTypeIsKept() {
    assertThat(valueOf("<val xsi:type='Hologram'><size>3</size><of><x>1</x></of></val>"))
        .isEqualTo(
            new UnknownObject(
                "Hologram",
                List.of(
                    new UnknownObject.Field("size", "3", List.of()),
                    new UnknownObject.Field(
                        "of", "", List.of(new UnknownObject.Field("x", "1", List.of()))))));
  }

  @Test
  void classesThatAreNoTypesOfTheApiAreNotMade() {
    assertThat(valueOf("<val xsi:type='ObjectOf'><typeName>x</typeName></val>"))
        .isInstanceOfSatisfying(
            UnknownObject.class, value -> assertThat(value.text("typeName")).isEqualTo("x"));
  }

  @Test
  void theNameOfATypeHasNoColon() {
    assertThat(valueOf("<val xsi:type='a:b:c'><d:e:f>1</d:e:f></val>"))
        .isEqualTo(new UnknownObject("c", List.of(new UnknownObject.Field("f", "1", List.of()))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ArrayOfXsd&gt;int", "a b", "x&quot;&gt;&lt;y"})
  void whatIsNoNameNamesNoType(String type) {
    assertThat(valueOf("<val xsi:type='" + type + "'><f>1</f></val>"))
        .isEqualTo(new UnknownObject("", List.of(new UnknownObject.Field("f", "1", List.of()))));
  }

  @Test
  void anObjectWithoutARecordIsWrittenWithTheTypesThatItsReaderNeeds() {
    ObjectOf option = new ObjectOf("OptionValue", Map.of("value", new ObjectOf.Any(5)));
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("key", 2000);
    members.put("mode", new ConstantOf("Mode", "thin"));
    members.put("vm", VM);
    members.put("text", ObjectOf.later(() -> List.of("a", "b")));
    members.put("option", List.of(option));
    members.put("state", VirtualMachinePowerState.POWERED_ON);
    var content =
        new ObjectContent(
            VM,
            List.of(
                new DynamicProperty("disk", new ObjectOf("VirtualDisk", members)),
                new DynamicProperty("mode", new ConstantOf("Mode", "thin"))),
            List.of());

    String xml = text(codec.encodeResponse(RetrieveProperties.class, List.of(content)));

    assertThat(xml)
        .contains(
            "<val xsi:type=\"VirtualDisk\"><key>2000</key><mode>thin</mode>"
                + "<vm type=\"VirtualMachine\">7</vm><text>a</text><text>b</text>"
                + "<option xsi:type=\"OptionValue\"><value xsi:type=\"xsd:int\">5</value></option>"
                + "<state>poweredOn</state></val>",
            "<val xsi:type=\"Mode\">thin</val>");
  }

  @Test
  void anUnknownEnumerationValueIsKept() {
    assertThat(valueOf("<val xsi:type='VirtualMachinePowerState'>hovering</val>"))
        .isEqualTo(new VirtualMachinePowerState("hovering"));
  }

  @Test
  void elementsThatTheRecordLacksArePassedOver() {
    UserSession session =
        codec.decodeResponse(
            new Login(SESSION_MANAGER, "u", Secret.of("p"), null),
            envelope(
                "<LoginResponse xmlns='urn:vim25'><returnval><key>k</key><new><deep/></new>"
                    + "<userName>root</userName><fullName/><loginTime>2026-01-02T03:04:05.5+01:00"
                    + "</loginTime><lastActiveTime>2026-01-02T03:04:05</lastActiveTime>"
                    + "<locale>en</locale><messageLocale>en</messageLocale></returnval>"
                    + "</LoginResponse>"));
    assertThat(session).isNotNull();
    assertThat(session.key()).isEqualTo("k");
    assertThat(session.loginTime()).isEqualTo(Instant.parse("2026-01-02T02:04:05.500Z"));
    assertThat(session.lastActiveTime()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
  }

  private static final String SESSION =
      "<LoginResponse xmlns='urn:vim25'><returnval><messageLocale>en</messageLocale>"
          + "<lastActiveTime>2026-01-02T03:04:05Z</lastActiveTime><fullName>Root</fullName>"
          + "<loginTime>2026-01-01T00:00:00Z</loginTime><userName>root</userName>"
          + "<locale>de</locale><key>k</key></returnval></LoginResponse>";

  @Test
  void elementsInAnotherOrderAreRead() {
    UserSession session =
        codec.decodeResponse(
            new Login(SESSION_MANAGER, "u", Secret.of("p"), null), envelope(SESSION));

    Instant login = Instant.parse("2026-01-01T00:00:00Z");
    Instant active = Instant.parse("2026-01-02T03:04:05Z");
    assertThat(session)
        .isEqualTo(
            new UserSession(
                "k", "root", "Root", login, active, "de", "en", null, null, null, null));
  }

  static Stream<Arguments> callsAndAnswers() {
    Login login = new Login(SESSION_MANAGER, "u", Secret.of("p"), null);
    return Stream.of(
        Arguments.of(login, SESSION),
        Arguments.of(new Logout(SESSION_MANAGER), "<LogoutResponse xmlns='urn:vim25'/>"),
        Arguments.of(
            new RetrieveProperties(COLLECTOR, List.of()),
            "<RetrievePropertiesResponse xmlns='urn:vim25'></RetrievePropertiesResponse>"));
  }

  @ParameterizedTest
  @MethodSource("callsAndAnswers")
  void anAnswerThatIsCutOffAnywhereIsNone(VimMethod<?> call, String answer) {
    byte[] whole = envelope(answer);
    codec.decodeResponse(call, whole);
    int end = new String(whole, StandardCharsets.UTF_8).lastIndexOf('>');
    for (int length = 0; length <= end; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> codec.decodeResponse(call, cut))
          .as("the first %s bytes", length)
          .isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void aFaultThatIsCutOffAnywhereIsNone() {
    byte[] whole =
        codec.encodeFault(new SoapFault(SoapFault.SERVER, "no", new NotSupported(null, List.of())));
    Logout call = new Logout(SESSION_MANAGER);
    int end = new String(whole, StandardCharsets.UTF_8).lastIndexOf('>');
    for (int length = 0; length <= end; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> codec.decodeResponse(call, cut))
          .as("the first %s bytes", length)
          .isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void aMissingRequiredPropertyIsNamed() {
    assertThatThrownBy(() ->
            codec.decodeResponse(
                new RetrieveServiceContent(
                    new ManagedObjectReference("ServiceInstance", "ServiceInstance")),
                envelope(
                    "<RetrieveServiceContentResponse xmlns='urn:vim25'><returnval>"
                        + "<rootFolder type='Folder'>f</rootFolder></returnval>"
                        + "</RetrieveServiceContentResponse>")))
        .isInstanceOfSatisfying(
            ProtocolException.class,
            e -> assertThat(e.kind()).isEqualTo(ProtocolException.Kind.MALFORMED))
        .hasMessageContaining("ServiceContent without its 'propertyCollector'");
  }

  @Test
  void anAbsentOptionalResultIsNullAndAnAbsentArrayIsEmpty() {
    assertThat(
            codec.decodeResponse(
                new FindByUuid(COLLECTOR, null, "x", true, null),
                envelope("<FindByUuidResponse xmlns='urn:vim25'/>")))
        .isNull();
    assertThat(
            codec.decodeResponse(
                new RetrieveProperties(COLLECTOR, List.of()),
                envelope("<RetrievePropertiesResponse xmlns='urn:vim25'/>")))
        .isEmpty();
  }

  @Test
  void everyRequestIsReadAsItWasWritten() throws Exception {
    VimMethod<?> call =
        new CreateFilter(
            COLLECTOR,
            new PropertyFilterSpec(
                List.of(new PropertySpec("Task", true, List.of())),
                List.of(new ObjectSpec(VM, null, List.of())),
                null),
            true);
    assertThat(codec.decodeRequest(codec.encodeRequest(call))).isEqualTo(call);
  }

  @Test
  void aCallOfAMethodThatIsNotKnownNamesMethodAndObject() {
    assertThatThrownBy(() ->
            codec.decodeRequest(
                envelope(
                    "<Teleport xmlns='urn:vim25'><_this type='VirtualMachine'>7</_this>"
                        + "</Teleport>")))
        .isInstanceOfSatisfying(
            UnknownMethodException.class,
            e -> {
              assertThat(e.method()).isEqualTo("Teleport");
              assertThat(e.self()).isEqualTo(VM);
            });
  }

  private void assertRequest(VimMethod<?> call, String golden) throws Exception {
    byte[] body = codec.encodeRequest(call);
    assertThat(text(body)).isEqualTo(golden(golden));
    assertThat(codec.decodeRequest(body)).isEqualTo(call);
  }

  private FaultException faultOf(String detail) {
    byte[] body =
        envelope(
            "<soapenv:Fault><faultcode>c</faultcode><faultstring>s</faultstring>"
                + detail
                + "</soapenv:Fault>");
    return catchThrowableOfType(
        FaultException.class, () -> codec.decodeResponse(new Logout(SESSION_MANAGER), body));
  }

  private Object valueOf(String val) {
    List<ObjectContent> read =
        codec.decodeResponse(
            new RetrieveProperties(COLLECTOR, List.of()),
            envelope(
                "<RetrievePropertiesResponse xmlns='urn:vim25'><returnval>"
                    + "<obj type='VirtualMachine'>7</obj><propSet><name>n</name>"
                    + val
                    + "</propSet></returnval></RetrievePropertiesResponse>"));
    assertThat(read).isNotNull();
    return read.get(0).propSet().get(0).val();
  }

  static byte[] envelope(String body) {
    return ("<?xml version='1.0'?><soapenv:Envelope"
            + " xmlns:soapenv='http://schemas.xmlsoap.org/soap/envelope/' xmlns:xsi='"
            + ObjectReader.XSI
            + "'><soapenv:Body>"
            + body
            + "</soapenv:Body></soapenv:Envelope>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = SoapCodecTest.class.getResourceAsStream("/wire/" + name)) {
      return in == null ? "(no golden file " + name + ")" : text(in.readAllBytes());
    }
  }
}
