package nepsong;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The beans that models may call, by name, read from the compiled classes. */
final class Adapters {

    private static final Map<String, Class<?>> BY_BEAN_NAME = read();

    private Adapters() {}

    static Map<String, Class<?>> byBeanName() {
        return BY_BEAN_NAME;
    }

    private static Map<String, Class<?>> read() {
        Map<String, Class<?>> beans = new HashMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("nepsong")) {
            if (type.getPackageName().endsWith(".process") && type.isAnnotatedWith(Component.class)) {
                String name = type.getAnnotationOfType(Component.class).value();
                String simple = type.getSimpleName();
                beans.put(
                        name.isEmpty() ? Character.toLowerCase(simple.charAt(0)) + simple.substring(1) : name,
                        type.reflect());
            }
        }
        return Map.copyOf(beans);
    }
}
