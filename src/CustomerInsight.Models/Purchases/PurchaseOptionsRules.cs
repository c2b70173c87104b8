using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="PurchaseOptions"/>.</summary>
internal sealed class PurchaseOptionsRules : IValidateOptions<PurchaseOptions>
{
    private const decimal LargestRate = 1_000_000_000m;

    public ValidateOptionsResult Validate(string? name, PurchaseOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.Currency is not null && !Money.IsCurrencyCode(options.Currency))
        {
            result.AddError(
                $"'{options.Currency}' is no currency code, so no purchase would count. Write three capital letters such as EUR, or null for the currency of most purchases.",
                nameof(options.Currency));
        }

        if (!Enum.IsDefined(options.SameDay))
        {
            result.AddError($"{options.SameDay} is none of the policies. Choose one of {string.Join(", ", Enum.GetNames<SameDayPolicy>())}.", nameof(options.SameDay));
        }

        if (!Enum.IsDefined(options.Refunds))
        {
            result.AddError($"{options.Refunds} is none of the policies. Choose one of {string.Join(", ", Enum.GetNames<RefundPolicy>())}.", nameof(options.Refunds));
        }

        if (options.Rates is { Count: > 0 } rates)
        {
            CheckRates(options, rates, result);
        }

        return result.Build();
    }

    private static void CheckRates(PurchaseOptions options, IDictionary<string, decimal> rates, ValidateOptionsResultBuilder result)
    {
        if (options.Currency is null)
        {
            result.AddError($"There are {nameof(options.Rates)}, but not into which currency. Name it in {nameof(options.Currency)}.", nameof(options.Rates));
        }

        foreach ((string code, decimal rate) in rates.OrderBy(static rate => rate.Key, StringComparer.Ordinal))
        {
            if (!Money.IsCurrencyCode(code) || code == options.Currency)
            {
                result.AddError($"There is a rate for '{code}'. Name other currencies than {nameof(options.Currency)}, each by three capital letters such as USD.", nameof(options.Rates));
            }

            if (rate is <= 0 or > LargestRate)
            {
                result.AddError(FormattableString.Invariant($"The rate of {code} is {rate}. Expected a number above 0 and at most {LargestRate}: what one unit of it is worth."), nameof(options.Rates));
            }
        }
    }
}
