package org.facies.serve.web;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.javalin.http.HandlerType;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server answers is what the table says, and nothing else can be added elsewhere. */
class RouteTableTest {
    private static final JavaClasses SERVE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.facies.serve");

    @TempDir
    private Path folder;

    @Test
    void javalin_answers_the_routes_of_the_table_with_their_access_and_no_others() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Set<String> registered = study.server.javalin().unsafe.internalRouter.allHttpHandlers().stream()
                    .filter(parsed -> parsed.endpoint.method.isHttpMethod())
                    .map(RouteTableTest::text)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> listed = new TreeSet<>();
            for (Route route : study.server.routes()) {
                listed.add(route.method() + " " + route.path() + " [" + route.access() + "]");
                if (route.method().equals(HandlerType.GET)) {
                    listed.add("HEAD " + route.path() + " [" + route.access() + "]");
                }
            }
            assertThat(registered).isEqualTo(listed);
            assertThat(study.server.javalin().unsafe.internalRouter.allWsHandlers())
                    .isEmpty();
        }
    }

    private static String text(ParsedEndpoint parsed) {
        Set<? extends RouteRole> roles = Optional.ofNullable(parsed.endpoint.metadata(Roles.class))
                .map(Roles::getRoles)
                .orElse(Set.of());
        return parsed.endpoint.method + " " + parsed.endpoint.path + " " + roles;
    }

    @Test
    void only_the_table_gives_javalin_routes() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(RouteTable.class.getName())
                .should()
                .accessTargetWhere(describe("adds a route", RouteTableTest::addsARoute))
                .check(SERVE);
    }

    private static boolean addsARoute(JavaAccess<?> access) {
        String owner = access.getTarget().getOwner().getName();
        return owner.matches("io\\.javalin\\.(config\\.RoutesConfig|router\\..*|apibuilder\\..*|config\\.RouterConfig)")
                && access.getName()
                        .matches("get|post|put|patch|delete|head|options|query|sse|ws.*|addHttpHandler|addEndpoint"
                                + "|addHttpEndpoint|addWsHandler|apiBuilder|path|crud|mount.*|router");
    }

    @Test
    void only_the_web_package_knows_the_server() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.facies.serve.web")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
                .check(SERVE);
    }

    @Test
    void only_the_store_knows_the_database() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.facies.serve.store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql..", "org.sqlite..", "org.flywaydb..")
                .check(SERVE);
    }
}
