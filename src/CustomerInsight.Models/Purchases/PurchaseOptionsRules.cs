using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="PurchaseOptions"/>.</summary>
internal sealed class PurchaseOptionsRules : IValidateOptions<PurchaseOptions>
{
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
            RateCheck.Check(options.Currency, rates, result);
        }

        return result.Build();
    }
}
