"""What a monitor asks for."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.metrics import MEDIA_TYPE
from api.service import service_of

router = APIRouter(include_in_schema=False)


@router.get("/metrics")
@router.get("/api/v1/metrics")
def metrics(request: Request) -> Response:
    """The counters of the service, for Prometheus."""
    return Response(service_of(request).metrics.text(), media_type=MEDIA_TYPE)
