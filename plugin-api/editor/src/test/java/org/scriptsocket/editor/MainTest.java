package org.scriptsocket.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    private static final String SHOP = """
            name: shop
            defold: true
            classes:
            - name: shop.cart
              desc: What you take.
              members:
              - {name: size, type: integer, desc: How much.}
              - {name: owner, type: string|number, optional: true, desc: Who., of: [BUY, SELL]}
              - name: add
                type: method
                desc: |-
                  Adds.

                  And adds.
                parameters:
                - {name: thing, type: string, desc: What.}
                - {name: ..., type: any, desc: More.}
                returns:
                - {name: cart, type: shop.cart, desc: itself}
            globals:
            - name: open
              type: function
              desc: Opens.
              parameters:
              - name: done
                type: function
                optional: true
                desc: Called.
                parameters:
                - {name: cart, type: shop.cart, desc: It.}
            - name: shop
              call: 'fun(name: string)'
              desc: The shop.
              members:
              - {name: MAX, type: integer, value: 3, desc: At most.}
              - {name: carts, type: table, desc: All., members: [{name: n, type: integer, desc: Count.}]}
            """;

    @TempDir
    Path folder;

    private void write(String source) throws Exception {
        Path file = Files.writeString(folder.resolve("shop.yaml"), source);
        Main.main(new String[] {file.toString(), folder.resolve("out").toString()});
    }

    @Test
    void writesWhatTheLuaLanguageServerReads() throws Exception {
        write(SHOP);
        assertThat(folder.resolve("out/library/shop.lua")).hasContent("""
                ---@meta

                ---What you take.
                ---@class shop.cart
                ---@field size integer How much.
                ---@field owner? string|number Who. Only of BUY, SELL.
                local shop_cart = {}

                ---Adds.
                ---
                ---And adds.
                ---@param thing string What.
                ---@param ... any More.
                ---@return shop.cart cart itself
                function shop_cart:add(thing, ...) end

                ---Opens.
                ---@param done? fun(cart: shop.cart) Called.
                function open(done) end

                ---The shop.
                ---@class shop
                ---@overload fun(name: string)
                shop = {}

                ---At most.
                ---@type integer
                shop.MAX = 3

                ---All.
                shop.carts = {}

                ---Count.
                ---@type integer
                shop.carts.n = {}
                """);
    }

    @Test
    void writesWhatDefoldReadsWithTheFieldsOfATableWhereItIsUsed() throws Exception {
        write(SHOP);
        assertThat(folder.resolve("out/shop.script_api"))
                .content()
                .startsWith("- name: open\n  type: function\n  desc: Opens.\n  parameters:\n  - name: done\n")
                .contains("      - name: owner\n        type: string\n        desc: Who. Only of BUY, SELL.\n")
                .contains("  - name: MAX\n    type: number\n    desc: At most.\n");
    }

    @Test
    void whatHasNothingToDoWithDefoldGetsNoFileForIt() throws Exception {
        write(SHOP.replace("defold: true", "defold: false"));
        assertThat(folder.resolve("out/shop.script_api")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name: shop           | nam: shop     | unknown key 'nam' in the file; there are [classes, defold, globals, name]",
                "desc: The shop.      | value: x      | there is no text 'desc' in shop",
                "call: 'fun           | calls: 'fun   | unknown key 'calls' in shop; there are [call, desc",
                "classes:             | globals:      | found duplicate key globals",
                "{name: size, type: integer, desc: How much.} | 3 | shop.cart holds something that is no map",
                "value: 3             | members: 3    | MAX is no list",
            })
    void whatItDoesNotUnderstandItNames(String right, String wrong, String problem) {
        assertThatThrownBy(() -> write(SHOP.replace(right, wrong)))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("shop.yaml: ")
                .hasMessageContaining(problem);
    }
}
