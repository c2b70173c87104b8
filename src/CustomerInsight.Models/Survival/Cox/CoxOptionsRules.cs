using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

internal sealed class CoxOptionsRules : IValidateOptions<CoxOptions>
{
    public ValidateOptionsResult Validate(string? name, CoxOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.RobustErrors && options.Ties == CoxTies.Exact)
        {
            result.AddError($"There are no robust errors with {nameof(CoxTies)}.{nameof(CoxTies.Exact)}. Take {nameof(CoxTies.Efron)}, or the usual errors.", nameof(options.RobustErrors));
        }

        if (options.RobustErrors && options.Ridge > 0)
        {
            result.AddError($"Robust errors mean nothing with a {nameof(options.Ridge)} of {options.Ridge}, as the coefficients are drawn towards 0 on purpose. Choose one of the two.", nameof(options.RobustErrors));
        }

        return result.Build();
    }
}
