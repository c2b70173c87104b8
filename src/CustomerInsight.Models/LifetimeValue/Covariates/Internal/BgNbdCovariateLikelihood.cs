namespace CustomerInsight.Models;

/// <summary>The likelihood of the BG/NBD model, or MBG/NBD, with covariates.</summary>
internal sealed class BgNbdCovariateLikelihood(CovariateRows rows, BgNbdModel average, int[] rateColumns, int[] dropOutColumns, double ridge, ParallelOptions parallel)
    : CovariateLikelihood<BgNbdCovariateModel>(
        rows,
        average,
        [1],
        new BgNbdCustomerLikelihood(average.Variant),
        [new CovariateShift(1, "rate", -1, rateColumns), new CovariateShift(2, "a", 1, dropOutColumns), new CovariateShift(3, "b", 1, dropOutColumns)],
        ridge,
        parallel)
{
    public override BgNbdCovariateModel ModelAt(ReadOnlySpan<double> point)
    {
        double[] rate = CoefficientsAt(point, 0);
        double[] a = CoefficientsAt(point, 1);
        double[] b = CoefficientsAt(point, 2);
        return new BgNbdCovariateModel(
            (BgNbdModel)Average.WithParameters(ParametersAt(point)),
            ValueList.From(Rows.Columns.Select((column, i) => new BgNbdCovariate(column, Rows.Means[i], rate[i], a[i], b[i]))));
    }

    public override double[] PointOf(BgNbdCovariateModel model) => PointOf(
        model.Average.In(Average.Unit).Parameters.Select(static parameter => parameter.Value),
        [
            [.. model.Covariates.Select(static covariate => covariate.Rate)],
            [.. model.Covariates.Select(static covariate => covariate.A)],
            [.. model.Covariates.Select(static covariate => covariate.B)],
        ]);
}
