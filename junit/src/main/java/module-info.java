/** Hosts for JUnit tests, and a check of what each test leaves behind. */
module dev.vireo.junit {
  requires transitive dev.vireo;
  requires transitive dev.vireo.nest;
  requires transitive dev.vireo.simulator;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports dev.vireo.junit;
}
