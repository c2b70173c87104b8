namespace CustomerInsight.Models.Tests;

public sealed class GaussianMixtureTests
{
    /// <summary>Blocks of rows in vectors give what the plain definition of the algorithm gives.</summary>
    [Fact]
    public void Fit_AnyRows_AgreesWithTheDefinition() => Prop.ForAll(
        Gen.Choose(20, 200).Zip(Gen.Choose(1, 6)).Zip(Gen.Choose(1, 4)).Zip(Gen.Choose(0, 3)).Zip(Gen.Choose(0, 100_000)).ToArbitrary(),
        drawn =>
        {
            ((((int rows, int columns), int groups), int kind), int seed) = drawn;
            FeatureMatrix data = Flowers.Heaps(rows, columns, 3, (ulong)seed, 3);
            var labels = new Labels(data.Columns, groups);
            if (labels.AssignAll(data).Select(assignment => assignment.Group).Distinct().Count() < groups)
            {
                // The plain definition divides by the rows of a group: one without any, which is rare, has none of its numbers.
                return true;
            }

            var options = new GaussianMixtureOptions
            {
                Groups = groups,
                Covariance = (CovarianceKind)kind,
                Scaling = Flowers.AsMeasured,
                MaximumIterations = 5,
                Tolerance = 0,
                Regularization = 1e-3,
                Start = labels,
            };
            FitResult<GaussianMixtureModel> fit = new GaussianMixtureEstimator(options).Fit(data);
            var definition = new GaussianMixtureDefinition(data, (CovarianceKind)kind, 1e-3, [.. labels.AssignAll(data).Select(assignment => assignment.Group)], groups);
            double logLikelihood = definition.Run(5);
            return Close(logLikelihood, fit.Report.LogLikelihood!.Value)
                && fit.Model!.Components.Zip(definition.Weights).All(pair => Close(pair.Second, pair.First.Weight))
                && fit.Model.Components.Zip(definition.Means).All(pair => pair.First.Mean.Zip(pair.Second).All(mean => Close(mean.Second, mean.First)))
                && Enumerable.Range(0, rows).All(row => fit.Model.Responsibilities(data.Row(row)).Zip(definition.Responsibilities(row)).All(share => Close(share.Second, share.First)))
                && Enumerable.Range(0, rows).All(row => Close(definition.LogDensity(row), fit.Model.LogDensity(data.Row(row))));
        }).Check(Quick.Tests(150));

    [Fact]
    public void Fit_AnyNumberOfThreads_IsTheSameModel()
    {
        FeatureMatrix data = Flowers.Heaps(5_000, 5, 4, 7, 2);
        GaussianMixtureModel[] models = [.. new[] { 1, 2, 7 }.Select(threads => new GaussianMixtureEstimator(
            new GaussianMixtureOptions { MaximumIterations = 30, MaxDegreeOfParallelism = threads }).Fit(data).Model!)];

        Assert.Equal(models[0], models[1]);
        Assert.Equal(models[0], models[2]);
        Assert.Equal(models[0].GetHashCode(), models[2].GetHashCode());
    }

    /// <summary>More rows than k-means looks at for its starts, groups that run into each other and several starts: what is drawn must not hang on the order of the rows.</summary>
    [Fact]
    public void Fit_RowsInAnotherOrder_IsTheSameModel()
    {
        FeatureMatrix data = Flowers.Heaps(24_001, 3, 6, 11, 3);
        var turned = FeatureMatrix.Create(data.Columns, [.. Enumerable.Range(0, data.Rows).SelectMany(row => data.Row(data.Rows - 1 - row).ToArray())]);
        var estimator = new GaussianMixtureEstimator(new GaussianMixtureOptions
        {
            Groups = 5,
            Covariance = CovarianceKind.Diagonal,
            Starts = 3,
            MaximumIterations = 5,
            Scaling = new FeatureScalingOptions { Transform = FeatureTransform.Standardize },
        });

        GaussianMixtureModel one = estimator.Fit(data).Model!;
        GaussianMixtureModel other = estimator.Fit(turned).Model!;

        Assert.Equal(one.AssignAll(data).Select(assignment => assignment.Group), other.AssignAll(turned).Reverse().Select(assignment => assignment.Group));
        Assert.All(one.Components.Zip(other.Components), pair =>
        {
            Assert.Equal(pair.First.Weight, pair.Second.Weight, 1e-9);
            Assert.All(pair.First.Mean.Zip(pair.Second.Mean), mean => Assert.Equal(mean.First, mean.Second, 1e-9));
            Assert.All(pair.First.Covariance.Zip(pair.Second.Covariance), number => Assert.Equal(number.First, number.Second, 1e-9));
        });
    }

    [Fact]
    public void Fit_HeapsApart_FindsThem()
    {
        FeatureMatrix data = Flowers.Heaps(4_000, 3, 4, 5, 0.2);

        FitResult<GaussianMixtureModel> fit = new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 4 }).Fit(data);

        Assert.True(fit.Report.Converged);
        Assert.Empty(fit.Report.Warnings);
        ValueList<GroupAssignment> assigned = fit.Model!.AssignAll(data);
        Assert.Equal(4, Enumerable.Range(0, data.Rows).Select(row => (row % 4, assigned[row].Group)).Distinct().Count());
        Assert.All(fit.Model.Components, component => Assert.Equal(0.25, component.Weight, 3));
        Assert.All(assigned, assignment => Assert.InRange(assignment.Membership, 0.5, 1));
        Assert.Equal(assigned[5].Membership, fit.Model.Responsibilities(data.Row(5)).Max(), 12);
    }

    [Fact]
    public void Fit_Watched_TellsEachStepAndStops()
    {
        var heard = new Heard();

        FitResult<GaussianMixtureModel> fit = new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 2 }).Fit(Flowers.Heaps(100, 2, 2, 1), heard);

        Assert.Equal(Enumerable.Range(1, fit.Report.Iterations), heard.Values);
        Assert.Throws<OperationCanceledException>(() => new GaussianMixtureEstimator().Fit(Flowers.Heaps(100, 2, 2, 1), new CancellationToken(canceled: true)));
    }

    /// <summary>The best groups of k-means are not where the best mixture of these rows starts.</summary>
    [Fact]
    public void Fit_MoreStarts_FindsALikelierMixture()
    {
        FeatureMatrix data = Flowers.Heaps(300, 2, 6, 7, 1.5);

        double one = Fit(1).Report.LogLikelihood!.Value;
        double many = Fit(8).Report.LogLikelihood!.Value;

        Assert.True(many > one + 1, FormattableString.Invariant($"{many} against {one}"));

        FitResult<GaussianMixtureModel> Fit(int starts) => new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 4, Starts = starts }).Fit(data);
    }

    [Fact]
    public void Fit_ContinuedFromAMixture_GoesOnWhereItStopped()
    {
        FeatureMatrix data = Flowers.Heaps(500, 2, 3, 3, 2);
        FitResult<GaussianMixtureModel> stopped = new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 3, MaximumIterations = 4, Tolerance = 0 }).Fit(data);
        FitResult<GaussianMixtureModel> gone = new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 3, MaximumIterations = 7, Tolerance = 0 }).Fit(data);
        FitResult<GaussianMixtureModel> continued = new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 3, MaximumIterations = 3, Tolerance = 0, Start = stopped.Model }).Fit(data);

        Assert.Equal((FitStatus.NotConverged, 4), (stopped.Report.Status, stopped.Report.Iterations));
        Assert.Contains(stopped.Report.Warnings, warning => warning.Code == "iteration-limit");
        CloseTo.Relative(gone.Report.LogLikelihood!.Value, continued.Report.LogLikelihood!.Value, 1e-12);
    }

    [Fact]
    public void Fit_ConstantEqualMissingAndHugeNumbers_AreDefined()
    {
        double[] values = [.. Enumerable.Range(0, 60).SelectMany(row => new[] { row < 30 ? 1e12 + row : 5e12 - row, 7, row })];
        values[3] = double.NaN;
        FeatureMatrix data = FeatureMatrix.Create(["huge", "constant", "row"], values);

        foreach (CovarianceKind kind in Enum.GetValues<CovarianceKind>())
        {
            foreach (FeatureTransform transform in new[] { FeatureTransform.None, FeatureTransform.Standardize })
            {
                var options = new GaussianMixtureOptions { Groups = 2, Covariance = kind, Scaling = new FeatureScalingOptions { Transform = transform } };
                FitResult<GaussianMixtureModel> fit = new GaussianMixtureEstimator(options).Fit(data);

                Assert.Contains(fit.Report.Warnings, warning => warning.Code == "rows-left-out");
                Assert.True(double.IsFinite(fit.Report.LogLikelihood!.Value));
                Assert.Equal([29, 30], Flowers.Sizes(fit.Model!.AssignAll(data).Select(assignment => assignment.Group)));
                Assert.Equal(GroupAssignment.Nobody, fit.Model.AssignAll(data)[1]);
            }
        }
    }

    /// <summary>What is small beside the distance of the groups is not lost, whatever they share.</summary>
    [Theory]
    [InlineData(CovarianceKind.Full)]
    [InlineData(CovarianceKind.Tied)]
    [InlineData(CovarianceKind.Diagonal)]
    public void Fit_GroupsFarApart_KeepTheirShape(CovarianceKind kind)
    {
        double[] values = [.. Enumerable.Range(0, 4_000).SelectMany(row => new[] { (row % 2 * 1e9) + (row % 7), row % 5 })];
        var options = new GaussianMixtureOptions { Groups = 2, Covariance = kind, Scaling = Flowers.AsMeasured, Regularization = 0 };

        GaussianMixtureModel model = new GaussianMixtureEstimator(options).Fit(FeatureMatrix.Create(["amount", "orders"], values)).Model!;

        foreach (GaussianComponent component in model.Components)
        {
            Assert.Equal(0.5, component.Weight, 1e-12);
            Assert.Equal(4, component.Covariance[0], 0.01);
            Assert.Equal(2, component.Covariance[^1], 0.01);
        }
    }

    [Fact]
    public void Fit_FeatureThatFollowsFromOthers_IsToldAndFitted()
    {
        double[] values = [.. Enumerable.Range(0, 50).SelectMany(row => new double[] { row % 7, 2 * (row % 7), row % 5 })];

        FitResult<GaussianMixtureModel> fit = new GaussianMixtureEstimator(
            new GaussianMixtureOptions { Groups = 1, Regularization = 0, Scaling = Flowers.AsMeasured }).Fit(FeatureMatrix.Create(["a", "b", "c"], values));

        Assert.Contains(fit.Report.Warnings, warning => warning.Code == "singular-covariance");
        Assert.True(double.IsFinite(fit.Report.LogLikelihood!.Value));
    }

    [Fact]
    public void Fit_GroupOnFewRows_IsTold()
    {
        double[] values = [.. Enumerable.Range(0, 40).SelectMany(row => new double[] { row == 39 ? 1_000 : row % 9, row == 39 ? 1_000 : row % 4 })];

        FitResult<GaussianMixtureModel> fit = new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 2 }).Fit(FeatureMatrix.Create(["a", "b"], values));

        Assert.Contains(fit.Report.Warnings, warning => warning.Code == "collapsed-groups");
    }

    [Fact]
    public void Fit_StartWithEmptyGroups_LeavesThemOut()
    {
        FeatureMatrix data = Flowers.Heaps(60, 1, 1, 3);
        FitResult<GaussianMixtureModel> one = new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 2, Start = new Always(data.Columns, 0) }).Fit(data);
        FitResult<GaussianMixtureModel> none = new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 2, Start = new Always(data.Columns, GroupAssignment.None) }).Fit(data);

        Assert.Equal(1, one.Model!.Groups);
        Assert.Contains(one.Report.Warnings, warning => warning.Code == "empty-groups");
        Assert.Equal(new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 1 }).Fit(data).Report.LogLikelihood!.Value, one.Report.LogLikelihood!.Value, 9);
        Assert.Null(none.Model);
        Assert.Equal("start-without-rows", none.Report.Warnings[^1].Code);
    }

    [Fact]
    public void Fit_TooLittleOrTooAlike_IsRefused()
    {
        var estimator = new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 3 });

        FitResult<GaussianMixtureModel> few = estimator.Fit(FeatureMatrix.Create(["x"], [1, 2, double.NaN]));
        FitResult<GaussianMixtureModel> alike = estimator.Fit(FeatureMatrix.Create(["x"], [1, 1, 2, 2, 2]));

        Assert.Equal((FitStatus.TooLittleData, "too-few-rows"), (few.Report.Status, few.Report.Warnings[^1].Code));
        Assert.Equal((FitStatus.TooLittleData, "too-few-distinct-rows"), (alike.Report.Status, alike.Report.Warnings[^1].Code));
        Assert.Null(few.Model ?? alike.Model);
    }

    [Fact]
    public void Fit_LargestNumbers_AreFitted()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(row => row % 2 == 0 ? 1e150 : -1e150 + (row * 1e148))];

        FitResult<GaussianMixtureModel> fit = new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 2, Scaling = Flowers.AsMeasured }).Fit(FeatureMatrix.Create(["x"], values));

        Assert.True(fit.Report.Converged);
        Assert.Empty(fit.Report.Warnings);
        Assert.True(double.IsFinite(fit.Report.LogLikelihood!.Value));
        double[] means = [.. fit.Model!.Components.Select(component => component.Mean[0]).Order()];
        CloseTo.Relative(-0.8e150, means[0], 1e-12);
        CloseTo.Relative(1e150, means[1], 1e-12);
    }

    /// <summary>It takes more rows than a test has before squares of the largest numbers have no sum, so only what is said of it is tested.</summary>
    [Fact]
    public void Warnings_NumbersThatRanOutOfRange_SaySo()
    {
        var parameters = MixtureParameters.Of(new MixtureShape(CovarianceKind.Full, 1, 1), [1], [0], [[1]]);

        Assert.Equal(["out-of-range"], MixtureWarnings.Of(new MixtureFound(parameters, double.NaN, 3, true, 0)).Select(warning => warning.Code));
        Assert.Empty(MixtureWarnings.Of(new MixtureFound(parameters, -3, 3, true, 0)));
        Assert.True(new MixtureFound(parameters, -3, 3, true, 0).IsBetterThan(new MixtureFound(parameters, double.NaN, 3, true, 0)));
    }

    [Fact]
    public void Estimator_UnusableOptions_Refuses()
    {
        Assert.Throws<ArgumentException>(() => new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 0 }));
        Assert.Throws<ArgumentException>(() => new GaussianMixtureEstimator(new GaussianMixtureOptions { Regularization = -1 }));
        Assert.Throws<ArgumentException>(() => new GaussianMixtureEstimator(new GaussianMixtureOptions { Covariance = (CovarianceKind)9 }));
        var start = new Labels(["x"], 2);
        Assert.Contains("The start has 2 groups", Assert.Throws<ArgumentException>(() => new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 3, Start = start })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 2, Start = start, Starts = 2 }));
        Assert.Throws<ArgumentException>(() => new GaussianMixtureEstimator(new GaussianMixtureOptions { Groups = 2, Start = start }).Fit(FeatureMatrix.Create(["y"], [1, 2, 3])));
    }

    [Fact]
    public void Model_ImpossibleNumbers_AreRefused()
    {
        var scaling = new FeatureScaling([new FeatureScale("x", FeatureTransform.None, 0, 1), new FeatureScale("y", FeatureTransform.None, 0, 1)]);

        Assert.Throws<ArgumentException>(() => new GaussianMixtureModel(scaling, CovarianceKind.Full, []));
        Assert.Throws<ArgumentException>(() => new GaussianMixtureModel(scaling, CovarianceKind.Full, [new GaussianComponent(0.5, [0, 0], [1, 0, 0, 1])]));
        Assert.Throws<ArgumentException>(() => new GaussianMixtureModel(scaling, CovarianceKind.Full, [new GaussianComponent(1, [0], [1, 0, 0, 1])]));
        Assert.Throws<ArgumentException>(() => new GaussianMixtureModel(scaling, CovarianceKind.Full, [new GaussianComponent(1, [0, 0], [1, 2, 2, 1])]));
        Assert.Throws<ArgumentException>(() => new GaussianMixtureModel(scaling, CovarianceKind.Full, [new GaussianComponent(1, [0, 0], [1, 0.5, 0.4, 1])]));
        Assert.Throws<ArgumentException>(() => new GaussianMixtureModel(scaling, CovarianceKind.Diagonal, [new GaussianComponent(1, [0, 0], [1, 0])]));
        Assert.Throws<ArgumentException>(() => new GaussianMixtureModel(scaling, CovarianceKind.Tied, [new GaussianComponent(0.5, [0, 0], [1, 0, 0, 1]), new GaussianComponent(0.5, [0, 0], [2, 0, 0, 2])]));
    }

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) <= 1e-7 * (1 + Math.Abs(expected));

    /// <summary>Counts each row to a group by its first number, without a look at the others.</summary>
    private sealed class Labels(ValueList<string> columns, int groups) : IClusteringModel
    {
        public ValueList<string> Columns => columns;

        public int Groups => groups;

        public GroupAssignment Assign(ReadOnlySpan<double> features) => new((int)(Math.Abs(features[0]) * 1_000) % groups, 0, 1);
    }

    private sealed class Always(ValueList<string> columns, int group) : IClusteringModel
    {
        public ValueList<string> Columns => columns;

        public int Groups => 2;

        public GroupAssignment Assign(ReadOnlySpan<double> features) => new(group, 0, 1);
    }
}
