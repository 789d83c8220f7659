package nepsong.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Every call that Camunda's web applications answer, as their resources on the classpath declare them. */
final class CamundaEndpoints {

    private static final String APPLICATION = "jakarta.ws.rs.Application";
    private static final int DEEPEST = 8;

    record Endpoint(String method, String path) {}

    private final Set<Endpoint> found =
            new TreeSet<>(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method));

    private CamundaEndpoints() {}

    static Set<Endpoint> of(ServletContext context) {
        CamundaEndpoints endpoints = new CamundaEndpoints();
        for (ServletRegistration servlet : context.getServletRegistrations().values()) {
            String application = servlet.getInitParameter(APPLICATION);
            if (application != null) {
                servlet.getMappings()
                        .forEach(mapping -> endpoints.add(mapping.replace("/*", ""), resources(application)));
            }
        }
        return endpoints.found;
    }

    private static Set<Class<?>> resources(String application) {
        try {
            Application declared = (Application)
                    Class.forName(application).getDeclaredConstructor().newInstance();
            return declared.getClasses();
        } catch (ReflectiveOperationException unknown) {
            throw new AssertionError(application, unknown);
        }
    }

    private void add(String base, Set<Class<?>> resources) {
        for (Class<?> resource : resources) {
            Path path = AnnotatedElementUtils.findMergedAnnotation(resource, Path.class);
            if (path != null) {
                walk(base + "/" + path.value(), resource, 0);
            }
        }
    }

    private void walk(String base, Class<?> resource, int depth) {
        for (Method method : resource.getMethods()) {
            Path path = AnnotatedElementUtils.findMergedAnnotation(method, Path.class);
            HttpMethod verb = AnnotatedElementUtils.findMergedAnnotation(method, HttpMethod.class);
            String whole = path == null ? base : base + "/" + path.value();
            if (verb != null) {
                found.add(new Endpoint(verb.value(), tidy(whole)));
            } else if (path != null && depth < DEEPEST) {
                walk(whole, method.getReturnType(), depth + 1);
            }
        }
    }

    /** {@code {id: .+}} is {@code {id}}; no doubled slashes, none at the end. */
    private static String tidy(String path) {
        return path.replaceAll("\\{\\s*([^:}\\s]+)\\s*(?::[^{}]*(?:\\{[^}]*\\}[^{}]*)*)?\\}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
    }
}
