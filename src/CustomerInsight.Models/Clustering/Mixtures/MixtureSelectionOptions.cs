using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>Among which mixtures one is chosen, and by what.</summary>
public sealed class MixtureSelectionOptions
{
    /// <summary>Gets or sets the fewest groups tried.</summary>
    /// <value>1. From 1 to 1,000.</value>
    [Range(1, 1_000)]
    public int FewestGroups { get; set; } = 1;

    /// <summary>Gets or sets the most groups tried.</summary>
    /// <value>8. From 1 to 1,000, and not below <see cref="FewestGroups"/>.</value>
    [Range(1, 1_000)]
    public int MostGroups { get; set; } = 8;

    /// <summary>Gets or sets which shapes are tried.</summary>
    /// <value>All four.</value>
    public ValueList<CovarianceKind> Covariances { get; set; } = [CovarianceKind.Full, CovarianceKind.Tied, CovarianceKind.Diagonal, CovarianceKind.Spherical];

    /// <summary>Gets or sets by what the choice is made.</summary>
    /// <value><see cref="MixtureCriterion.Bic"/>.</value>
    [EnumDataType(typeof(MixtureCriterion))]
    public MixtureCriterion Criterion { get; set; } = MixtureCriterion.Bic;

    /// <summary>Gets or sets how each mixture is fitted; its number of groups and shape are not used.</summary>
    /// <value>The defaults. <see cref="GaussianMixtureOptions.Start"/> must be null.</value>
    [Required]
    [ValidateObjectMembers(typeof(GaussianMixtureOptionsValidator))]
    public GaussianMixtureOptions Mixture { get; set; } = new();

    internal MixtureSelectionOptions Copy()
    {
        var copy = (MixtureSelectionOptions)MemberwiseClone();
        copy.Mixture = Mixture.Copy();
        return copy;
    }
}
