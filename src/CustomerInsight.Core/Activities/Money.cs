using System.Globalization;

namespace CustomerInsight;

/// <summary>An amount in a currency.</summary>
/// <param name="Amount">The amount in the currency's main unit; negative for money that went back.</param>
/// <param name="Currency">A code of three capital letters after ISO 4217; <see cref="NoCurrency"/> for unmarked amounts.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    /// <summary>The code of ISO 4217 for "no currency".</summary>
    public const string NoCurrency = "XXX";

    /// <summary>Adds two amounts of one currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => left.Currency == right.Currency
        ? new(left.Amount + right.Amount, left.Currency)
        : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be added. Convert one of them first.");

    /// <summary>Adds two amounts of one currency; the named form of the operator.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>Checks the form of a currency code.</summary>
    /// <param name="code">The code.</param>
    /// <returns>True for three capital letters A–Z.</returns>
    public static bool IsCurrencyCode(string? code) => code is { Length: 3 } && code.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0;

    /// <summary>Writes amount and currency in the invariant culture, such as <c>12.50 GBP</c>; unmarked amounts without a code.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Currency is NoCurrency or null
        ? Amount.ToString("#,0.00", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Amount:#,0.00} {Currency}");
}
