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

        return result.Build();
    }
}
