/**
 * libvirt's API for VMware hosts: connections and domains.
 *
 * {@snippet :
 * ConnectAuth auth = ConnectAuth.of("root", password);
 * try (Connect connect = Connect.open("esx://esx1.example.com/", auth)) {
 *   System.out.println(connect.getHostName() + " has " + connect.getFreeMemory() + " bytes free");
 *   for (DomainSummary summary : connect.listAllDomainSummaries(Set.of())) {
 *     System.out.println(summary.name() + " is " + summary.state().text());
 *   }
 *   Domain web = connect.domainLookupByName("web");
 *   if (!web.isActive()) {
 *     web.create();
 *   }
 * }
 * }
 */
@NullMarked
package dev.vireo;

import org.jspecify.annotations.NullMarked;
