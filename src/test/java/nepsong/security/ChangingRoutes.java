package nepsong.security;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Which routes change something. */
final class ChangingRoutes {

    private ChangingRoutes() {}

    static boolean reads(RequestMappingInfo route) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    /** Without a method of its own a route takes them all. */
    static Set<String> changingMethods(RequestMappingInfo route) {
        Set<String> methods = new TreeSet<>();
        route.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
        if (methods.isEmpty()) {
            methods.add("POST");
        }
        methods.removeAll(Set.of("GET", "HEAD", "OPTIONS", "TRACE"));
        return methods;
    }
}
