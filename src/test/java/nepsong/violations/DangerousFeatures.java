package nepsong.violations;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ObjectInputStream;
import javax.script.ScriptEngineManager;
import nepsong.violations.rsocket.Requester;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.EscapedErrors;
import org.springframework.web.servlet.mvc.UrlFilenameViewController;
import org.springframework.web.servlet.support.RequestContext;
import org.springframework.web.servlet.view.xslt.XsltView;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Uses on purpose everything that the house forbids, one class each: it proves that the rules can fail. */
public final class DangerousFeatures {

    private DangerousFeatures() {}

    public static class Xslt extends XsltView {}

    public static class FileNames extends UrlFilenameViewController {}

    public static class Sockets {
        Requester requester;
    }

    public static class Spel {
        Object of(String text) {
            return new SpelExpressionParser().parseExpression(text).getValue();
        }
    }

    public static class Escaped {
        Object of(BindingResult result) {
            return new EscapedErrors(result);
        }
    }

    public static class EscapedByContext {
        Object of(RequestContext context) {
            return context.getErrors("form", true);
        }
    }

    public static class Keys {
        void of(HttpSecurity http) throws Exception {
            http.webAuthn(keys -> keys.rpId("nepsong.example"));
        }
    }

    public static class Expressions {
        Object of(ExpressionManager expressions, String text) {
            return expressions.createExpression(text);
        }
    }

    public static class Templates {
        Object resolver() {
            return new StringTemplateResolver();
        }
    }

    public static class Typing {
        @SuppressWarnings("deprecation")
        ObjectMapper mapper() {
            return new ObjectMapper().enableDefaultTyping();
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    public static class NamesItsClass {}

    public static class Serialized {
        Object of(ObjectInputStream stream) throws Exception {
            return stream.readObject();
        }
    }

    public static class Scripts {
        Object of(String text) throws Exception {
            return new ScriptEngineManager().getEngineByName("js").eval(text);
        }
    }
}
