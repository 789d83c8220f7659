/** What the application costs: in statements, in time and in memory, beside a bare engine and by the number of units. */
package nepsong.bench;
