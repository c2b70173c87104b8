using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>Checks what other currencies are said to be worth.</summary>
internal static class RateCheck
{
    private const decimal LargestRate = 1_000_000_000m;

    public static void Check(string? currency, IDictionary<string, decimal> rates, ValidateOptionsResultBuilder result)
    {
        if (currency is null)
        {
            result.AddError($"There are {nameof(PurchaseOptions.Rates)}, but not into which currency. Name it in {nameof(PurchaseOptions.Currency)}.", nameof(PurchaseOptions.Rates));
        }

        foreach ((string code, decimal rate) in rates.OrderBy(static rate => rate.Key, StringComparer.Ordinal))
        {
            if (!Money.IsCurrencyCode(code) || code == currency)
            {
                result.AddError($"There is a rate for '{code}'. Name other currencies than {nameof(PurchaseOptions.Currency)}, each by three capital letters such as USD.", nameof(PurchaseOptions.Rates));
            }

            if (rate is <= 0 or > LargestRate)
            {
                result.AddError(FormattableString.Invariant($"The rate of {code} is {rate}. Expected a number above 0 and at most {LargestRate}: what one unit of it is worth."), nameof(PurchaseOptions.Rates));
            }
        }
    }
}
