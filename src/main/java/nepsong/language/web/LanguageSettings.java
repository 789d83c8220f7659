package nepsong.language.web;

import nepsong.language.Languages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class LanguageSettings {

    @Bean
    LocaleResolver localeResolver(
            Languages languages, @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        return new BrowserLanguage(languages, secure);
    }

    @Bean
    WebMvcConfigurer translatedScripts(Languages languages) {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/js/**")
                        .addResourceLocations("classpath:/static/js/")
                        .resourceChain(false)
                        .addTransformer(new TranslatedScript(languages));
            }
        };
    }
}
